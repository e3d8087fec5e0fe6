"""Forms: message + words + nonce -> `Form`. The ids of fields are those that `dialogs/verbs.py` tells."""

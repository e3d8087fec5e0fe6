"""The diary (havaintopäiväkirja): observations in the midst of work, and the mirror that is made of them."""

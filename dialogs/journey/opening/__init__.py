"""What a workshop opens with: what was open from before (tehtävät, kokeilut, havainnot)."""

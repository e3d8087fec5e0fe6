"""What workshops leave to the journey: who took part, and what was brought up."""

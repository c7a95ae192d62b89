"""What is made from the code: pages of rules, every schema."""

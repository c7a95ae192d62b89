"""`python -m revox_lint` is the command line."""

from revox_lint.cli import main

main()

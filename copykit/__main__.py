"""`python -m copykit`: the same as the command `copykit`."""

from copykit.cli import main

if __name__ == "__main__":
    main()

"""`python -m build_edition` is `build-edition`."""

from build_edition.cli import main

if __name__ == "__main__":
    main()

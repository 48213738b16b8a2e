"""A team's own rules in the files of Vale (https://vale.sh): the folder `styles/` of a brand."""

from copykit.guide.vale.folder import Styles, read_styles
from copykit.guide.vale.types import EXTENSIONS, Action, Lined, Scoped, ValeRule

__all__ = ["Action", "EXTENSIONS", "Lined", "Scoped", "Styles", "ValeRule", "read_styles"]

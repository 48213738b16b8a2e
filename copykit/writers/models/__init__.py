"""Writing with a model: any `provider:model` that langchain knows, over one prompt and one JSON answer."""

from __future__ import annotations

from copykit.writers.models.client import Client, Piece, Request
from copykit.writers.models.prompt import Prompt, build_prompt
from copykit.writers.models.writer import ModelWriter

__all__ = ["Client", "ModelWriter", "Piece", "Prompt", "Request", "build_prompt"]

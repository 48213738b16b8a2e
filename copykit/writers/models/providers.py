"""Providers of models: which package speaks to each, which key it wants, and how a model is opened."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from copykit.errors import WriterError
from copykit.wording import did_you_mean

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

__all__ = ["LOCAL", "LOCAL_KEY", "PROVIDERS", "Provider", "open_model", "provider_of", "split_spec"]

LOCAL = "local"  # a model in a file, which no server serves
# Servers on one's own machine want no key, but the openai package wants to send one.
LOCAL_KEY = "not-needed"


@dataclass(frozen=True, kw_only=True)
class Provider:
    """How one provider is reached.

    Attributes:
        package: what `pip install` calls the package that speaks to it.
        key: the environment variable of its key; empty when it wants none, or more than one.
    """

    package: str
    key: str = ""


# Those that people ask for most. Any other that langchain's init_chat_model knows works by its name there.
PROVIDERS: Mapping[str, Provider] = {
    "anthropic": Provider(package="langchain-anthropic", key="ANTHROPIC_API_KEY"),
    "azure_openai": Provider(package="langchain-openai", key="AZURE_OPENAI_API_KEY"),
    "bedrock_converse": Provider(package="langchain-aws"),
    "cohere": Provider(package="langchain-cohere", key="COHERE_API_KEY"),
    "deepseek": Provider(package="langchain-deepseek", key="DEEPSEEK_API_KEY"),
    "fireworks": Provider(package="langchain-fireworks", key="FIREWORKS_API_KEY"),
    "google_genai": Provider(package="langchain-google-genai", key="GOOGLE_API_KEY"),
    "groq": Provider(package="langchain-groq", key="GROQ_API_KEY"),
    "mistralai": Provider(package="langchain-mistralai", key="MISTRAL_API_KEY"),
    "ollama": Provider(package="langchain-ollama"),
    "openai": Provider(package="langchain-openai", key="OPENAI_API_KEY"),
    "openrouter": Provider(package="langchain-openrouter", key="OPENROUTER_API_KEY"),
    "perplexity": Provider(package="langchain-perplexity", key="PPLX_API_KEY"),
    "together": Provider(package="langchain-together", key="TOGETHER_API_KEY"),
    "xai": Provider(package="langchain-xai", key="XAI_API_KEY"),
}


def split_spec(spec: str) -> tuple[str, str]:
    """Provider and model of `provider:model`.

    Raises:
        WriterError: when the spec does not have both.
    """
    provider, colon, model = spec.partition(":")
    provider = provider.strip().lower().replace("-", "_")
    model = model.strip()
    if not colon or not provider or not model:
        raise WriterError(
            f'"{spec}" names no model',
            advice='Write "provider:model", such as "openai:gpt-4o-mini", or "offline" to write without one.',
        )
    return provider, model


def provider_of(spec: str) -> Provider | None:
    """The provider of a spec; None for one that is not in our table.

    Raises:
        WriterError: when the spec is not `provider:model`.
    """
    return PROVIDERS.get(split_spec(spec)[0])


def open_model(
    spec: str,
    *,
    base_url: str | None,
    api_key: str | None,
    timeouts: tuple[float, float],
    seed: int,
    most_output: int | None = None,
    http: Any = None,
) -> BaseChatModel:
    """Opens a model through langchain.

    Args:
        spec: `provider:model`.
        base_url: the address of a server that speaks the provider's protocol.
        api_key: the provider's key.
        timeouts: seconds to wait for a connection, and between two pieces of an answer.
        seed: passed on where the provider takes one.
        most_output: tokens that an answer may have.
        http: the HTTP client for the `openai` provider; its own when None.

    Raises:
        WriterError: when the provider is unknown or its package is not installed; other exceptions of the
            provider's package pass through.
    """
    provider, model = split_spec(spec)
    try:
        from langchain.chat_models import init_chat_model
    except ImportError:
        raise WriterError(
            "models need further packages that are not installed",
            advice="Run: pip install 'copykit[models]'. The offline writer needs none.",
        ) from None
    connect, between = timeouts
    settings: dict[str, Any] = {"timeout": between, "max_retries": 0}
    if most_output:
        settings["max_tokens"] = most_output
        if provider == "openai" and base_url:
            # The new name of this setting is not known to every server that speaks the protocol.
            del settings["max_tokens"]
            settings["extra_body"] = {"max_tokens": most_output}
    if provider == "ollama":
        # Its client takes the timeout elsewhere and knows no retries.
        settings = {"client_kwargs": {"timeout": between}}
        if most_output:
            settings["num_predict"] = most_output
    if base_url:
        settings["base_url"] = base_url
    if api_key:
        settings["api_key"] = api_key
    if provider == "openai":
        settings["timeout"] = (connect, between, between, between)
        settings["http_client"] = http
        settings["seed"] = seed
        # With a base URL, langchain-openai leaves out the token counts unless it is told.
        settings["stream_usage"] = True
        if base_url and not api_key:
            settings["api_key"] = LOCAL_KEY
    try:
        opened: BaseChatModel = init_chat_model(model, model_provider=provider, **settings)
        return opened
    except ImportError:
        known = PROVIDERS.get(provider)
        package = known.package if known else f"langchain-{provider.replace('_', '-')}"
        message = f'the package for the provider "{provider}" is not installed'
        raise WriterError(message, advice=f"Run: pip install {package}") from None
    except ValueError as error:
        if "nsupported" not in str(error):
            raise
        message = f'there is no model provider "{provider}"{did_you_mean(provider, PROVIDERS, tell=True)}'
        advice = f'For a server of your own, set OPENAI_BASE_URL and write "openai:{spec}".'
        raise WriterError(message, advice=advice) from None

"""Streamlit's secrets are read for models, and never shown."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit import config
from streamlit.testing.v1 import AppTest

KEY = "sk-test-from-a-secrets-file-0123456789"


@pytest.fixture
def secrets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The file that Streamlit reads secrets from, forgotten again after the test."""
    path = tmp_path / ".streamlit" / "secrets.toml"
    path.parent.mkdir()
    # Streamlit puts secrets into the environment; what is set and deleted here is put back as it was.
    for name in ("OPENAI_API_KEY", "COPYKIT_MODEL"):
        monkeypatch.setenv(name, "")
        monkeypatch.delenv(name)
    before = st.get_option("secrets.files")
    config.set_option("secrets.files", [str(path)])
    st.secrets._reset()
    yield path
    path.unlink(missing_ok=True)  # the default that Streamlit remembers may name this very file
    st.secrets._reset()
    config.set_option("secrets.files", before)


def page() -> AppTest:
    def script() -> None:
        from copykit.ui.pages import write

        write.page()

    return AppTest.from_function(script, default_timeout=60).run()


def shown(app: AppTest) -> str:
    return "\n".join(str(one.proto.body) for one in app.get("html"))


def test_a_key_and_a_model_in_the_secrets_are_used(secrets: Path) -> None:
    secrets.write_text(f'COPYKIT_MODEL = "openai:from-secrets"\nOPENAI_API_KEY = "{KEY}"\n', encoding="utf-8")
    app = page()
    assert not app.exception
    told = shown(app)
    assert "COPYKIT_MODEL names it" in told
    assert "is not set" not in told
    assert KEY not in told


def test_a_broken_file_is_as_none(secrets: Path) -> None:
    secrets.write_text(f'OPENAI_API_KEY = "{KEY}\n', encoding="utf-8")
    app = page()
    assert not app.exception
    assert "no COPYKIT_MODEL is set" in shown(app)
    assert KEY not in shown(app)

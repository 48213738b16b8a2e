"""The app: page configuration and navigation, nothing else. Start it with `make app`."""

from pathlib import Path

import streamlit as st

st.set_page_config(
    page_title="copykit",
    page_icon=str(Path(__file__).parent / "static" / "favicon.svg"),
    layout="wide",
    initial_sidebar_state="auto",
)

from copykit.ui.pages import check, outreach, write  # noqa: E402 (Streamlit wants its configuration first)

pages = [
    st.Page(write.page, title="Write", url_path="write", default=True),
    st.Page(outreach.page, title="Outreach", url_path="outreach"),
    st.Page(check.page, title="Check", url_path="check"),
]
st.navigation(pages, position="top").run()

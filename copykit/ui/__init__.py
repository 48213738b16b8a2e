"""The Streamlit app: state, components and pages. It imports everything below; nothing imports it."""

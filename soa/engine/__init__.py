"""The engine: joins the text, the model and the rules."""

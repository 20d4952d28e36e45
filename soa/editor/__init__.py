"""Help while an agreement is written: what a language server tells an editor, and the server itself."""

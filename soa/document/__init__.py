"""An agreement as a document: blocks that every writer understands, so that no format needs to know the model."""

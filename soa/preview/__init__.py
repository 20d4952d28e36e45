"""A live preview: the page as it will be published, with the points beside the parts they belong to."""

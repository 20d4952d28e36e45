"""One draft as its reader sees it: where it stands, what to ask, what is good, and the rounds of questions and answers."""

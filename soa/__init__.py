"""Write, check and publish Single Outcome Agreements: what will improve, how, by whom and when."""

__version__ = "0.1.0"

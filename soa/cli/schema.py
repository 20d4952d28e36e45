"""`soa schema`: print the JSON Schema of the format or of the configuration, or renew a folder's copy."""

from __future__ import annotations

import argparse
import os
import sys

from soa.cli.ends import Refused
from soa.cli.files import reason


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `soa schema`."""
    parser.add_argument(
        "--part", metavar="PART", help="the schema of a part file instead, such as outcome or resources"
    )
    parser.add_argument(
        "--configuration", action="store_true", help="the schema of the configuration, soa.toml, instead"
    )
    parser.add_argument(
        "--update", metavar="FOLDER", help="renew the schemas that soa new put into this agreement's folder"
    )


def run(options: argparse.Namespace) -> int:
    """Print or renew."""
    from soa.cli.new import write_schemas
    from soa.model.schema import files
    from soa.starter import SCHEMAS

    if options.update:
        if not os.path.isdir(options.update):
            raise Refused(f"there is no folder {options.update}")
        target = os.path.join(options.update, SCHEMAS)
        try:
            write_schemas(target)
        except OSError as error:
            raise Refused(f"{target} cannot be written: {reason(error)}") from None
        print(f"The schemas in {target} are those of this version.")
        return 0
    if options.configuration:
        from soa.engine.configured import text
        from soa.rules import all_rules

        sys.stdout.write(text(all_rules()))
        return 0
    schemas = files()
    name = f"soa-1-{options.part}.schema.json" if options.part else "soa-1.schema.json"
    if name not in schemas:
        parts = ", ".join(
            sorted(
                other.removeprefix("soa-1-").removesuffix(".schema.json")
                for other in schemas
                if other != "soa-1.schema.json"
            )
        )
        raise Refused(f"there is no schema for the part {options.part}; the parts are: {parts}")
    sys.stdout.write(schemas[name])
    return 0

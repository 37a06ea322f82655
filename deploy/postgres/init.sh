#!/bin/sh
# Runs once, when the volume is empty: a database for each service, and a role that owns this one and may reach no other.
set -eu
for service in catalog identity inventory cart orders billing notifications; do
  psql --username "$POSTGRES_USER" --dbname postgres --set ON_ERROR_STOP=1 --set service="$service" --set password="$SERVICES_PASSWORD" <<'SQL'
CREATE ROLE :"service" LOGIN PASSWORD :'password';
CREATE DATABASE :"service" OWNER :"service";
REVOKE CONNECT, TEMPORARY ON DATABASE :"service" FROM PUBLIC;
SQL
done

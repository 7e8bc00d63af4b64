#!/bin/sh
# The owner of the tickets is no superuser, here as everywhere else.
set -eu
psql --username postgres --set ON_ERROR_STOP=1 --set password="$OWNER_PASSWORD" <<'SQL'
create role tickets_owner login createrole password :'password';
create database tickets owner tickets_owner;
SQL

"""Runs only the handler, without Temporal and Dapr: `python handler_only.py PORT`."""

import sys

from application_sdk.handler import run_app_handler_service
from handler import PostgresHandler

run_app_handler_service(PostgresHandler(), app_name="postgres", host="127.0.0.1", port=int(sys.argv[1]))

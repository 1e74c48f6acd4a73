"""The workflow. It isn't in the module that is run, because Temporal's sandbox imports the app's module again."""

import source
from application_sdk.app import App, Input, Output, task
from application_sdk.credentials import CredentialRef
from handler import PostgresHandler

__all__ = ["PostgresConnector", "PostgresHandler"]


class ExtractInput(Input, allow_unbounded_fields=True):
    credential_guid: str = ""
    metadata: dict[str, list[str]] = {}
    connection: dict[str, str] = {}


class ExtractOutput(Output):
    databases: int = 0
    tables: int = 0


class PostgresConnector(App):
    name = "postgres"

    @task(timeout_seconds=60, retry_max_attempts=1)
    async def extract(self, input: ExtractInput) -> ExtractOutput:
        guid = input.credential_guid
        ref = CredentialRef(name=guid, credential_type="unknown", credential_guid=guid)
        credentials = await self.context.resolve_credential_raw(ref)
        async with source.connect(credentials) as connection:
            existing = await source.databases(connection)
        wanted = input.metadata.get("databases") or existing
        missing = [database for database in wanted if database not in existing]
        if missing:
            raise ValueError(f"Databases not found: {', '.join(missing)}")
        count = 0
        for database in wanted:
            async with source.connect(credentials, database) as connection:
                count += len(await source.tables(connection))
        return ExtractOutput(databases=len(wanted), tables=count)

    async def run(self, input: ExtractInput) -> ExtractOutput:
        return await self.extract(input)

"""The connector's handler: checks credentials, runs the preflight and lists metadata."""

import source
from application_sdk.errors import AuthError
from application_sdk.handler import (
    AuthInput,
    AuthOutput,
    AuthStatus,
    Handler,
    HandlerCredential,
    MetadataInput,
    PreflightCheck,
    PreflightInput,
    PreflightOutput,
    PreflightStatus,
    SqlMetadataObject,
    SqlMetadataOutput,
)


class PostgresHandler(Handler):
    async def test_auth(self, input: AuthInput) -> AuthOutput:
        try:
            async with source.connect(by_name(input.credentials)) as connection:
                identity = await connection.fetchval("SELECT current_user")
        except AuthError as error:
            return AuthOutput(status=AuthStatus.INVALID_CREDENTIALS, message=error.message)
        return AuthOutput(status=AuthStatus.SUCCESS, identities=[identity], scopes=["read"])

    async def preflight_check(self, input: PreflightInput) -> PreflightOutput:
        try:
            checks = await self.checks(input)
        except AuthError as error:
            checks = [PreflightCheck(name="authCheck", passed=False, message=error.message)]
        passed = all(check.passed for check in checks)
        return PreflightOutput(status=PreflightStatus.READY if passed else PreflightStatus.NOT_READY, checks=checks)

    async def fetch_metadata(self, input: MetadataInput) -> SqlMetadataOutput:
        credentials = by_name(input.credentials)
        async with source.connect(credentials) as connection:
            databases = await source.databases(connection)
        objects = []
        for database in databases:
            async with source.connect(credentials, database) as connection:
                schemas = await source.schemas(connection)
            objects += [SqlMetadataObject(TABLE_CATALOG=database, TABLE_SCHEMA=schema) for schema in schemas]
        return SqlMetadataOutput(objects=objects)

    async def checks(self, input: PreflightInput) -> list[PreflightCheck]:
        credentials = by_name(input.credentials)
        async with source.connect(credentials) as connection:
            existing = await source.databases(connection)
        wanted = input.metadata.get("databases") or existing
        missing = [database for database in wanted if database not in existing]
        checks = [
            PreflightCheck(name="authCheck", passed=True, message="auth ok"),
            check("databasesCheck", "all there", "missing", missing),
        ]
        unreadable, count = [], 0
        for database in (database for database in wanted if database in existing):
            async with source.connect(credentials, database) as connection:
                tables = await source.tables(connection)
            count += len(tables)
            unreadable += [f"{database}.{name}" for name, readable in tables if not readable]
        return [*checks, check("tablesCheck", f"Table count: {count}", "no SELECT on", unreadable)]


def by_name(credentials: list[HandlerCredential]) -> dict[str, str]:
    return {credential.key: credential.value for credential in credentials}


def check(name: str, good: str, bad: str, culprits: list[str]) -> PreflightCheck:
    message = f"{bad}: {', '.join(culprits)}" if culprits else good
    return PreflightCheck(name=name, passed=not culprits, message=message)

"""The single entry point to PostgreSQL: all access to it goes through here."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager

import asyncpg
from application_sdk.errors import AuthError, SourceUnavailableError

LONGEST_NAME = 63
OWN_SCHEMAS = r"n.nspname NOT LIKE 'pg\_%' AND n.nspname NOT IN ('information_schema', 'public')"


@asynccontextmanager
async def connect(credentials: Mapping[str, str], database: str = "postgres") -> AsyncIterator[asyncpg.Connection]:
    """Connects, and disconnects at the end."""
    host, port = credentials.get("host", "127.0.0.1"), int(credentials.get("port", "5432"))
    user, password = credentials.get("username", ""), credentials.get("password", "")
    if not user or not password:
        raise AuthError(message="username and password are required")
    # PostgreSQL closes the connection of a name that doesn't fit into a packet.
    if len(user.encode()) > LONGEST_NAME:
        raise AuthError(message=f"a username has at most {LONGEST_NAME} bytes")
    try:
        connection = await asyncpg.connect(
            host=host, port=port, user=user, password=password, database=database, ssl=False, timeout=10
        )
    except asyncpg.InvalidAuthorizationSpecificationError as error:
        raise AuthError(message=str(error)) from error
    except OSError as error:
        raise SourceUnavailableError(message=f"Source unreachable: {host}:{port}") from error
    try:
        yield connection
    finally:
        await connection.close()


async def databases(connection: asyncpg.Connection) -> list[str]:
    """Databases that the role may connect to."""
    rows = await connection.fetch(
        "SELECT datname FROM pg_database WHERE NOT datistemplate AND datname <> 'postgres'"
        " AND has_database_privilege(datname, 'CONNECT') ORDER BY 1"
    )
    return [row["datname"] for row in rows]


async def schemas(connection: asyncpg.Connection) -> list[str]:
    """Schemas of the database of this connection."""
    rows = await connection.fetch(f"SELECT n.nspname FROM pg_namespace n WHERE {OWN_SCHEMAS} ORDER BY 1")
    return [row["nspname"] for row in rows]


async def tables(connection: asyncpg.Connection) -> list[tuple[str, bool]]:
    """Tables and views, each with whether the role may read it."""
    rows = await connection.fetch(
        "SELECT n.nspname || '.' || c.relname AS name,"
        " has_schema_privilege(n.oid, 'USAGE') AND has_table_privilege(c.oid, 'SELECT') AS readable"
        " FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
        f" WHERE c.relkind IN ('r', 'p', 'v', 'm') AND {OWN_SCHEMAS} ORDER BY 1"
    )
    return [(row["name"], row["readable"]) for row in rows]

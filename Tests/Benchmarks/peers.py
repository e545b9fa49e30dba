"""The peers: each takes the same SQL over the same rows, loaded once, and says how long it took."""
import csv
import io
import os
import re
import time

POLICIES = ["detainers", "notify", "interview", "jail_access", "info_share", "agreement_287g",
            "ice_contract"]

# A day in quotes, which polars compares with text.
DAY = re.compile(r"'(\d{4}-\d\d-\d\d)'")


def installed(folder, rows, threads):
    """What makes each peer whose library is there, by its name."""
    data = Data(folder, rows, threads)
    found = {}
    for name, library, make in [
        ("duckdb", "duckdb", lambda: Duck(data, enum=False)),
        ("duckdb enum", "duckdb", lambda: Duck(data, enum=True)),
        ("polars", "polars", lambda: Polars(data)),
        ("chdb", "chdb", lambda: Chdb(data)),
        ("datafusion", "datafusion", lambda: DataFusion(data)),
    ]:
        try:
            __import__(library)
            found[name] = make
        except ImportError:
            pass
    return found


class Data:
    def __init__(self, folder, rows, threads):
        self.counties = f"{folder}/counties_{rows}.parquet"
        self.agreements = f"{folder}/agreements.parquet"
        self.days = f"{folder}/days_{rows}.parquet"
        self.threads = threads
        os.environ.setdefault("POLARS_MAX_THREADS", str(threads))


class Duck:
    """DuckDB in process; texts as they are, or as ENUM, its dictionary."""

    def __init__(self, data, enum):
        import duckdb
        self.connection = duckdb.connect()
        run = self.connection.execute
        run(f"set threads={data.threads}")
        answers = ", ".join(f"{name} = 'yes' as {name}" for name in POLICIES)
        texts = {"fips": "fips", "state": "state", "county": "county", "source": "source"}
        key = "fips"
        if enum:
            for name in texts:
                more = f" union select fips from '{data.agreements}'" if name == "fips" else ""
                run(f"create type {name}_t as enum (select distinct {name} from"
                    f" '{data.counties}'{more} order by 1)")
                texts[name] = f"{name}::{name}_t as {name}"
            key = texts["fips"]
        run(f"create table c as select {texts['fips']}, {texts['state']}, {texts['county']}, year,"
            f" population, {answers}, detainer_count, rate, date, {texts['source']}"
            f" from '{data.counties}'")
        run(f"create table a as select agreement_id, {key}, kind, signed, active"
            f" from '{data.agreements}'")
        if enum:
            run(f"create type day_state_t as enum (select distinct state from '{data.days}' order by 1)")
        run(f"create table d as select date, {'state::day_state_t as state' if enum else 'state'},"
            f" held = 'yes' as held, people from '{data.days}'")

    def run(self, sql):
        start = time.perf_counter()
        rows = self.connection.execute(sql).fetchall()
        return time.perf_counter() - start, rows


class Polars:
    """polars through its SQL, which makes the same lazy plans as its own words do."""

    def __init__(self, data):
        import polars
        counties = polars.read_parquet(data.counties)
        counties = counties.with_columns([polars.col(name) == "yes" for name in POLICIES])
        counties = counties.with_columns(
            [polars.col(name).cast(polars.Categorical) for name in ("state", "fips")])
        agreements = polars.read_parquet(data.agreements).with_columns(
            polars.col("fips").cast(polars.Categorical))
        days = polars.read_parquet(data.days).with_columns(
            polars.col("held") == "yes", polars.col("state").cast(polars.Categorical))
        self.context = polars.SQLContext(c=counties.lazy(), a=agreements.lazy(), d=days.lazy())

    def run(self, sql):
        sql = DAY.sub(r"DATE '\1'", sql)
        start = time.perf_counter()
        rows = self.context.execute(sql).collect()
        return time.perf_counter() - start, rows.rows()


class Chdb:
    """ClickHouse in process."""

    def __init__(self, data):
        import chdb
        self.connection = chdb.connect(":memory:")
        low = "LowCardinality(String)"
        answers = ", ".join(f"{name} Nullable(Bool)" for name in POLICIES)
        self.connection.query(
            f"create table c (fips {low}, state {low}, county {low}, year Int16, population Int32,"
            f" {answers}, detainer_count Nullable(Int32), rate Nullable(Float64), date Date,"
            f" source {low}) engine=Memory")
        chosen = ", ".join(f"{name} = 'yes'" for name in POLICIES)
        self.connection.query(
            f"insert into c select fips, state, county, year, population, {chosen}, detainer_count,"
            f" rate, date, source from file('{data.counties}')")
        self.connection.query(
            f"create table a (agreement_id Int32, fips {low}, kind {low}, signed Date,"
            f" active {low}) engine=Memory")
        self.connection.query(f"insert into a select * from file('{data.agreements}')")
        self.connection.query(
            f"create table d (date Date, state {low}, held Nullable(Bool), people Int32) engine=Memory")
        self.connection.query(
            f"insert into d select date, state, held = 'yes', people from file('{data.days}')")

    def run(self, sql):
        start = time.perf_counter()
        found = self.connection.query(sql, "TabSeparated")
        seconds = time.perf_counter() - start
        rows = [line.split("\t") for line in str(found).splitlines()]
        return seconds, [[None if cell == "\\N" else cell for cell in row] for row in rows]


class DataFusion:
    """Apache DataFusion in process."""

    def __init__(self, data):
        import datafusion
        import pyarrow.compute
        import pyarrow.parquet
        settings = datafusion.SessionConfig().with_target_partitions(data.threads)
        self.context = datafusion.SessionContext(settings)
        table = pyarrow.parquet.read_table(data.counties)
        for name in POLICIES:
            at = table.schema.get_field_index(name)
            table = table.set_column(at, name, pyarrow.compute.equal(table[name], "yes"))
        self.context.from_arrow(table, "c")
        self.context.from_arrow(pyarrow.parquet.read_table(data.agreements), "a")
        days = pyarrow.parquet.read_table(data.days)
        days = days.set_column(2, "held", pyarrow.compute.equal(days["held"], "yes"))
        self.context.from_arrow(days, "d")

    def run(self, sql):
        start = time.perf_counter()
        batches = self.context.sql(sql).collect()
        seconds = time.perf_counter() - start
        return seconds, [tuple(row.values()) for batch in batches for row in batch.to_pylist()]


def from_tally(answer, shape):
    """The rows of tally's CSV that a peer's rows are compared with."""
    if answer.startswith("error: "):
        raise ValueError(answer)
    rows = list(csv.DictReader(io.StringIO(answer.replace("\x1e", "\n"))))
    columns = list(rows[0]) if rows else []

    def number(row, *words):
        for column in columns:
            if any(column == word or column.endswith(word) for word in words):
                return row[column]
        raise ValueError(f"no column {words} among {columns}")

    if shape == "low":
        return [[number(rows[0], "low")]]
    if shape == "groups":
        return [[len(rows)]]
    if shape == "rows":
        return [[row["population"]] for row in rows]
    if shape == "key count":
        return [[row[columns[0]], number(row, "count", "low")] for row in rows]
    if shape == "key sum average":
        # tally has a row for every group of the base; SQL leaves out those without members.
        # A sum that lacks values has no end of its own: SQL's is that of the known ones.
        sums = [[row[columns[0]],
                 row.get("sum_open_low") or number(row, "detainer_count", "sum_low"),
                 number(row, "rate", "average_low")] for row in rows]
        return [row for row in sums if row[2]]
    if shape == "key sum sum":
        return [[row[columns[0]], number(row, "n_low"), number(row, "s_low")]
                for row in rows]
    if shape == "key key share":
        return [[row[columns[0]], row[columns[1]], number(row, "count", "low")] for row in rows]
    raise ValueError(shape)


def normal(rows):
    """Rows as they are compared: numbers to nine digits, in one order."""
    def cell(value):
        if value is None or value != value or value == "":
            return None
        try:
            return f"{float(value):.9g}"
        except (TypeError, ValueError):
            return str(value)
    return sorted(tuple(cell(value) for value in row) for row in rows) if rows is not None else None

#!/usr/bin/env bash
# The two Spark jobs of the manual, as they stand there, on real Spark in local mode with four partitions, over a million rows: the
# reports over their totals are those of one run, byte for byte. Spark comes into a folder of its own; 75 says that it cannot be had.
#   test/engine/spark.sh SCRATCH
set -u
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
scratch=$1/spark
mkdir -p "$scratch/bin"
cd "$scratch" || exit 1

none() {
	printf 'skipped: %s\n' "$1"
	exit 75
}
command -v python3 >/dev/null 2>&1 || none 'there is no Python here'
java -version >/dev/null 2>&1 || none 'there is no Java here'
python3 -m venv env >/dev/null 2>&1 || none 'Python makes no environment here'
timeout 150 env/bin/pip install --quiet --disable-pip-version-check pyspark >pip.log 2>&1 || none 'pip cannot fetch pyspark here'

printf '#!/bin/sh\nexec node "%s/bin/tanlu.js" "$@"\n' "$root" >bin/tanlu
chmod +x bin/tanlu
export PATH=$scratch/bin:$scratch/env/bin:$PATH SPARK_LOCAL_IP=127.0.0.1

node "$root/test/engine/national.mjs" 4700 .
rows=$(($(wc -l <energy.csv) - 1))

# The table as Parquet, and then both jobs of the page, which share a session.
block() {
	sed -n "/<!-- $1 -->/,/^\`\`\`\$/p" "$root/src/manual/en/scale.md" | sed '1,2d;$d'
}
{
	printf 'from pyspark.sql import SparkSession\n'
	printf 'SparkSession.builder.getOrCreate().read.csv("energy.csv", header=True).repartition(4).write.parquet("energy.parquet")\n'
	block spark-csv
	block spark-parquet
} >job.py
spark-submit --master 'local[4]' job.py >job.log 2>&1 || {
	tail -40 job.log
	exit 1
}

tanlu report energy.csv output.csv --format csv --quiet --out one.csv || exit 1
tanlu report 'totals/part-*' output.csv --format csv --quiet --out csv.csv || exit 1
tanlu report 'parquet-totals/part-*' output.csv --format csv --quiet --out parquet.csv || exit 1
cmp one.csv csv.csv || exit 1
cmp one.csv parquet.csv || exit 1
parts=(totals/part-*)
[ "${#parts[@]}" -ge 4 ] || exit 1
printf '%d rows in %d partitions: both reports are those of one run, byte for byte (%d lines)\n' "$rows" "${#parts[@]}" "$(wc -l <one.csv)"

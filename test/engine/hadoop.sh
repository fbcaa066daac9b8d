#!/usr/bin/env bash
# The two jobs of Hadoop streaming of the manual, as they stand there, on the real thing in local mode with four splits, over the rows of the step with
# Spark: the reports over their totals are those of one run, byte for byte. Hadoop itself came with Spark; 75 says that something cannot be had.
#   test/engine/hadoop.sh SCRATCH, after spark.sh with the same
set -u
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
spark=$1/spark
scratch=$1/hadoop
mkdir -p "$scratch/bin" "$scratch/energy"
cd "$scratch" || exit 1

none() {
	printf 'skipped: %s\n' "$1"
	exit 75
}
[ -f "$spark/one.csv" ] || none 'the step with Spark brought no Hadoop'
command -v mvn >/dev/null 2>&1 || none 'there is no Maven here'
jars=$(echo "$spark"/env/lib/python3*/site-packages/pyspark/jars)
# The newest that is to be had of it; its interface is that of later versions.
timeout 60 mvn -q -B dependency:copy -Dartifact=org.apache.hadoop:hadoop-streaming:3.3.4 -DoutputDirectory=. >mvn.log 2>&1 ||
	none 'Maven cannot fetch hadoop-streaming here'

# The command that a cluster has, for the two words that the page says of it.
cat >bin/hadoop <<SHIM
#!/bin/sh
word=\$1
shift
run() { exec java -cp "$scratch:$scratch/hadoop-streaming-3.3.4.jar:$jars/*" "\$@"; }
case \$word in
jar) shift && run org.apache.hadoop.streaming.HadoopStreaming "\$@" ;;
fs) run org.apache.hadoop.fs.FsShell "\$@" ;;
esac
SHIM
chmod +x bin/hadoop
export PATH=$scratch/bin:$spark/bin:$PATH

# A table without its header, in splits that end within lines.
tail -n +2 "$spark/energy.csv" >energy/rows.csv
: >energy/none.csv
block=$((($(wc -c <energy/rows.csv) / 4 / 512 + 1) * 512))
{
	printf '<configuration>\n'
	printf '<property><name>%s</name><value>%d</value></property>\n' fs.local.block.size "$block" \
		mapreduce.local.map.tasks.maximum 2 mapreduce.local.reduce.tasks.maximum 2
	printf '</configuration>\n'
} >core-site.xml

cp "$spark/output.csv" .
for job in hadoop hadoop-by-firm; do
	sed -n "/<!-- $job -->/,/^\`\`\`\$/p" "$root/src/manual/en/scale.md" | sed '1,2d;$d' >"$job.sh"
	rm -f report.csv
	sh -e "$job.sh" >"$job.log" 2>&1 || {
		tail -40 "$job.log"
		exit 1
	}
	cmp report.csv "$spark/one.csv" || exit 1
done
# One for each split and one for the empty file; one for each reducer.
parts=(totals/part-*)
[ "${#parts[@]}" -eq 5 ] || exit 1
by_firm=(totals-by-firm/part-*)
[ "${#by_firm[@]}" -eq 4 ] || exit 1
printf '%d rows in %d splits, and by firm in %d parts: both reports are those of one run, byte for byte\n' "$(wc -l <energy/rows.csv)" "${#parts[@]}" "${#by_firm[@]}"

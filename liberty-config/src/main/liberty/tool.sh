#!/bin/sh
# Runs one of our commands: tool.sh HOME CLASS [ARGUMENT...]. HOME holds wlp and usr.
home=$1
class=$2
shift 2
lib=$home/usr/shared/resources/lib
path=$lib/rongmei-server.jar:$lib/h2.jar:$lib/postgresql.jar:$lib/parsson.jar:$lib/jakarta.json-api.jar:$lib/jspecify.jar:$home/wlp/bin/tools/ws-server.jar
# Liberty's own password hashing, and what that needs
for jar in "$home"/wlp/lib/com.ibm.ws.crypto.passwordutil_*.jar "$home"/wlp/lib/com.ibm.ws.kernel.cmdline_*.jar \
    "$home"/wlp/lib/com.ibm.ws.logging_*.jar "$home"/wlp/lib/com.ibm.ws.kernel.service_*.jar; do
  path=$path:$jar
done
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -Xmx128m -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Drongmei.home="$home" -cp "$path" "$class" "$@"

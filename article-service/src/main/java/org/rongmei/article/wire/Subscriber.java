// SPDX-License-Identifier: Apache-2.0
package org.rongmei.article.wire;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.rongmei.article.change.Change;

/** One who listens to the bell: a connection, and the last number that was written to it. */
class Subscriber {

    private static final Jsonb JSON = JsonbBuilder.create();

    private final SseEventSink sink;
    private final Sse sse;
    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile long heard;

    Subscriber(SseEventSink sink, Sse sse, long heard) {
        this.sink = sink;
        this.sse = sse;
        this.heard = heard;
    }

    /** For who stands where the log has no place: it has to read all anew. */
    static void reset(SseEventSink sink, Sse sse) {
        sink.send(sse.newEventBuilder().name("reset").data("{}").build()).whenComplete((done, failed) -> sink.close());
    }

    long heard() {
        return heard;
    }

    boolean isBusy() {
        return busy.get();
    }

    /** @return whether nobody else is writing to it; who gets true has to {@link #end()} */
    boolean begin() {
        return busy.compareAndSet(false, true);
    }

    void end() {
        busy.set(false);
    }

    boolean isGone() {
        return sink.isClosed();
    }

    void tell(List<Change> lines) {
        for (Change line : lines) {
            send(sse.newEventBuilder()
                    .id(String.valueOf(line.sequence()))
                    .mediaType(MediaType.APPLICATION_JSON_TYPE)
                    .data(JSON.toJson(Ring.of(line)))
                    .build());
            heard = line.sequence();
        }
    }

    /** A comment, which clients pass over (HTML, 9.2.6). */
    void remark(String comment) {
        send(sse.newEventBuilder().comment(comment).build());
    }

    private void send(OutboundSseEvent event) {
        sink.send(event).toCompletableFuture().join();
    }

    void drop() {
        sink.close();
    }
}

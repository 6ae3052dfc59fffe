// SPDX-License-Identifier: Apache-2.0
package org.rongmei.feed.follow;

import java.util.concurrent.Flow;
import java.util.function.Consumer;

/** Takes one line after the other, as they come. */
final class Ear implements Flow.Subscriber<String> {

    private final Consumer<String> listener;

    Ear(Consumer<String> listener) {
        this.listener = listener;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(String line) {
        listener.accept(line);
    }

    @Override
    public void onError(Throwable failure) {} // the call itself completes with it

    @Override
    public void onComplete() {}
}

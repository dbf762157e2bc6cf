package dev.shirube.engine;

import java.util.function.Supplier;

/** A value made when it is first asked for, by whichever thread asks first, and kept. */
final class Memoised<T> implements Supplier<T> {
    private final Supplier<T> maker;
    private volatile T value;

    Memoised(Supplier<T> maker) {
        this.maker = maker;
    }

    @Override
    public T get() {
        T made = value;
        if (made == null) {
            synchronized (this) {
                made = value;
                if (made == null) {
                    made = maker.get();
                    value = made;
                }
            }
        }
        return made;
    }
}

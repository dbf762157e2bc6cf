package dev.shirube.engine;

/** What all units of ours share. */
abstract class AbstractUnit implements ScanUnit {
    private final String location;
    private final ScanContext context;
    private final UnitIndexes indexes = new UnitIndexes();

    AbstractUnit(String location, ScanContext context) {
        this.location = location;
        this.context = context;
    }

    @Override
    public final String location() {
        return location;
    }

    @Override
    public final <T> T index(UnitIndex<T> index) {
        return indexes.get(index, this);
    }

    @Override
    public final ScanContext context() {
        return context;
    }
}

package dev.shirube.planner.solver;

/**
 * The volume algorithm (Barahona and Anbil 2000): climbs a concave, piecewise linear function of prices that are not
 * negative by an average of its subgradients.
 */
final class Volume {
    private static final double FIRST_STEP = 0.1;
    private static final double LARGEST_STEP = 2.0;
    private static final double SMALLEST_STEP = 1e-3;
    /** After so many steps without a better value the steps get shorter. */
    private static final int PATIENCE = 10;
    /** After so many without a much better one the average gets longer. */
    private static final int LONG_PATIENCE = 100;

    private static final double MUCH = 1e-4;

    private final double[] price;
    private final double[] best;
    private final double[] direction;
    private final double[] gradient;
    private double value = Double.NEGATIVE_INFINITY;
    private double step = FIRST_STEP;
    private double restart = FIRST_STEP / 2;
    private double largestShare = 0.1;
    private int sinceBetter;
    private int sinceMuchBetter;
    private boolean begun;

    Volume(int size) {
        price = new double[size];
        best = new double[size];
        direction = new double[size];
        gradient = new double[size];
    }

    /** The prices to evaluate next. */
    double[] price() {
        return price;
    }

    /** Where the evaluation puts the subgradient. */
    double[] gradient() {
        return gradient;
    }

    /** The prices of the best value so far. */
    double[] best() {
        return best;
    }

    /** The best value so far. */
    double value() {
        return value;
    }

    /** Takes the value at {@link #price} and goes on; the upper bound says how far it is at most. */
    void evaluated(double found, double upper) {
        double share = begun ? share() : 1;
        begun = true;
        double agreement = 0;
        for (int i = 0; i < price.length; i++) {
            direction[i] += share * (gradient[i] - direction[i]);
            agreement += direction[i] * gradient[i];
        }
        sinceMuchBetter = found > value + MUCH * Math.abs(value) ? 0 : sinceMuchBetter + 1;
        if (found > value) {
            value = found;
            System.arraycopy(price, 0, best, 0, price.length);
            sinceBetter = 0;
            step = agreement >= 0 ? Math.min(LARGEST_STEP, step * 1.1) : step;
        } else if (++sinceBetter >= PATIENCE) {
            step *= 0.7;
            sinceBetter = 0;
        }
        if (step < SMALLEST_STEP) {
            step = restart;
            restart = Math.max(4 * SMALLEST_STEP, restart * 0.8);
        }
        if (sinceMuchBetter > LONG_PATIENCE) {
            largestShare = Math.max(0.005, largestShare * 0.7);
            sinceMuchBetter = 0;
        }
        move(upper);
    }

    private void move(double upper) {
        double norm = 0;
        for (int i = 0; i < price.length; i++) {
            if (direction[i] > 0 || best[i] > 0) {
                norm += direction[i] * direction[i];
            }
        }
        if (norm < 1e-12) {
            return; // nothing is scarce any more
        }
        double length = step * Math.max(1.0, upper - value) / norm;
        for (int i = 0; i < price.length; i++) {
            price[i] = Math.max(0, best[i] + length * direction[i]);
        }
    }

    /** The share of the new subgradient that makes the average shortest, within bounds. */
    private double share() {
        double gg = 0;
        double gd = 0;
        double dd = 0;
        for (int i = 0; i < price.length; i++) {
            gg += gradient[i] * gradient[i];
            gd += gradient[i] * direction[i];
            dd += direction[i] * direction[i];
        }
        double below = gg - 2 * gd + dd;
        double shortest = below <= 0 ? largestShare : (dd - gd) / below;
        return Math.max(largestShare / 10, Math.min(largestShare, shortest));
    }
}

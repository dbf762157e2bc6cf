package dev.shirube.planner.solver;

/** Which tasks belong to each team, budget and system, and which systems to each budget. */
final class Members {
    final int[][] ofTeam;
    final int[][] ofPool;
    final int[][] ofGroup;
    final int[][] groupsOfPool;

    Members(Problem problem) {
        int groups = 0;
        for (int group : problem.group) {
            groups = Math.max(groups, group + 1);
        }
        int[][] pools = new int[problem.size][];
        int[][] systems = new int[problem.size][];
        for (int j = 0; j < problem.size; j++) {
            pools[j] = problem.pool[j] < 0 ? new int[0] : new int[] {problem.pool[j]};
            systems[j] = problem.group[j] < 0 ? new int[0] : new int[] {problem.group[j]};
        }
        ofTeam = turned(problem.demandTeam, problem.teams);
        ofPool = turned(pools, problem.pools);
        ofGroup = turned(systems, groups);
        int[][] poolOfGroup = new int[groups][];
        for (int g = 0; g < groups; g++) {
            poolOfGroup[g] = ofGroup[g].length == 0 ? new int[0] : pools[ofGroup[g][0]];
        }
        groupsOfPool = turned(poolOfGroup, problem.pools);
    }

    /** From what each belongs to, to who belongs to each. */
    private static int[][] turned(int[][] belongs, int rows) {
        int[] count = new int[rows];
        for (int[] some : belongs) {
            for (int row : some) {
                count[row]++;
            }
        }
        int[][] members = new int[rows][];
        for (int row = 0; row < rows; row++) {
            members[row] = new int[count[row]];
        }
        int[] filled = new int[rows];
        for (int j = 0; j < belongs.length; j++) {
            for (int row : belongs[j]) {
                members[row][filled[row]++] = j;
            }
        }
        return members;
    }
}

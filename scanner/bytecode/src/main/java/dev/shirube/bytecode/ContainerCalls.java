package dev.shirube.bytecode;

import java.util.List;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MethodInsnNode;

/** The platform's arrays, collections, maps, streams and optional values: which call does what with their contents. */
final class ContainerCalls {

    private static final String UTIL = "java/util/";

    /** Types whose new objects are empty, or copies of what their constructor is given. */
    private static final Set<String> MADE = Set.of(
            "ArrayList",
            "LinkedList",
            "Vector",
            "Stack",
            "ArrayDeque",
            "PriorityQueue",
            "HashSet",
            "LinkedHashSet",
            "TreeSet",
            "HashMap",
            "LinkedHashMap",
            "TreeMap",
            "Hashtable",
            "IdentityHashMap",
            "WeakHashMap",
            "EnumMap",
            "concurrent/ConcurrentHashMap",
            "concurrent/ConcurrentSkipListMap",
            "concurrent/ConcurrentSkipListSet",
            "concurrent/CopyOnWriteArrayList",
            "concurrent/CopyOnWriteArraySet");

    private static final Set<String> OF = Set.of("List", "Set", "stream/Stream", "Optional");
    private static final Set<String> SINGLE = Set.of("singleton", "singletonList");

    /** Static methods that give back what their first argument contains. */
    private static final Set<String> COPIES = Set.of("copyOf", "copyOfRange", "stream", "enumeration", "list");

    /** Methods whose result contains what the object contains, or some of it. */
    private static final Set<String> SAME = Set.of(
            "iterator",
            "listIterator",
            "descendingIterator",
            "elements",
            "stream",
            "parallelStream",
            "subList",
            "toArray",
            "clone",
            "filter",
            "distinct",
            "sorted",
            "limit",
            "skip",
            "peek",
            "parallel",
            "sequential",
            "unordered",
            "findFirst",
            "findAny",
            "toList",
            "entrySet",
            "reversed",
            "headSet",
            "tailSet",
            "descendingSet");

    private static final Set<String> ELEMENTS = Set.of(
            "get",
            "next",
            "previous",
            "nextElement",
            "getFirst",
            "getLast",
            "first",
            "last",
            "remove",
            "removeFirst",
            "removeLast",
            "poll",
            "pollFirst",
            "pollLast",
            "peek",
            "peekFirst",
            "peekLast",
            "pop",
            "element",
            "elementAt",
            "firstElement",
            "lastElement",
            "ceiling",
            "floor",
            "higher",
            "lower",
            "orElse",
            "orElseThrow",
            "orElseGet");

    private static final Set<String> MAP_KEYS =
            Set.of("firstKey", "lastKey", "ceilingKey", "floorKey", "higherKey", "lowerKey");

    /** Methods that change nothing that is contained, but for leaving some of it out. */
    private static final Set<String> READS = Set.of(
            "contains",
            "containsAll",
            "containsKey",
            "containsValue",
            "size",
            "isEmpty",
            "isPresent",
            "indexOf",
            "lastIndexOf",
            "iterator",
            "descendingIterator",
            "elements",
            "keys",
            "stream",
            "parallelStream",
            "forEach",
            "keySet",
            "values",
            "equals",
            "hashCode",
            "toString",
            "getOrDefault",
            "removeAll",
            "removeIf",
            "retainAll",
            "clear",
            "toArray",
            "clone",
            "getClass",
            "trimToSize",
            "ensureCapacity");

    private static final Set<String> ADDS = Set.of(
            "add",
            "addFirst",
            "addLast",
            "addElement",
            "addIfAbsent",
            "offer",
            "offerFirst",
            "offerLast",
            "push",
            "set");

    private static final Set<String> PUTS = Set.of("put", "putIfAbsent");
    private static final Set<String> ALL = Set.of("addAll", "putAll");

    /** Methods of a map's entries, of an iterator over them and of their set that write nothing into the map. */
    private static final Set<String> ENTRY_READS =
            Set.of("size", "isEmpty", "hasNext", "remove", "getKey", "getValue", "equals", "hashCode", "toString");

    private static final List<String> READERS = List.of("javax/net/ssl/", "javax/crypto/", "java/security/");
    private static final Set<String> ARRAY_WRITES = Set.of("fill", "setAll", "parallelSetAll", "parallelPrefix");
    private static final Set<String> REORDERS = Set.of("sort", "shuffle", "reverse", "swap", "rotate");
    private static final Set<String> OTHER_READS =
            Set.of("addAll", "putAll", "containsAll", "removeAll", "retainAll", "equals", "toArray");

    private ContainerCalls() {}

    /** What becomes of a container that is given to a call. */
    enum Given {
        /** It is read. */
        READ,
        /** The call gives back the container itself, or a view through which it can be written. */
        ALIAS,
        /** The other arguments' contents are added. */
        FILLED,
        /** Nobody knows. */
        LEAK
    }

    /** What becomes of a container when one of its own methods is called. */
    enum Called {
        /** It is read. */
        READ,
        /** The last argument is added to it. */
        ADDED,
        /** A key and a value are added to it. */
        PUT,
        /** The contents of the last argument are added to it. */
        FILLED,
        /** The call gives back a view through which it can be written. */
        ALIAS,
        /** The call gives back its entries, through which their values can be written. */
        ENTRIES,
        /** Nobody knows. */
        LEAK
    }

    /** Whether new objects of that type contain only what is seen to be put into them. */
    static boolean isContainer(String type) {
        return type.startsWith(UTIL) && MADE.contains(type.substring(UTIL.length()));
    }

    private static boolean ofUtil(MethodInsnNode call) {
        return call.owner.startsWith(UTIL);
    }

    private static String type(MethodInsnNode call) {
        return ofUtil(call) ? call.owner.substring(UTIL.length()) : "";
    }

    static boolean isStatic(MethodInsnNode call) {
        return call.getOpcode() == Opcodes.INVOKESTATIC;
    }

    /** Whether it takes its arguments as one array. */
    static boolean takesArray(MethodInsnNode call) {
        return call.desc.startsWith("([");
    }

    /** Whether it makes a container, which cannot be changed, of its arguments one by one or of an array. */
    static boolean makesOf(MethodInsnNode call) {
        boolean of = OF.contains(type(call)) && (call.name.equals("of") || call.name.equals("ofNullable"));
        return isStatic(call) && (of || type(call).equals("Collections") && SINGLE.contains(call.name));
    }

    /** Whether it makes a list that writes through to an array. */
    static boolean makesView(MethodInsnNode call) {
        return call.owner.equals("java/util/Arrays") && call.name.equals("asList");
    }

    /** Whether it makes a map or an entry, which cannot be changed, of keys and values in turn. */
    static boolean makesMap(MethodInsnNode call) {
        boolean of = type(call).equals("Map") && (call.name.equals("of") || call.name.equals("entry"));
        return isStatic(call) && (of || type(call).equals("Collections") && call.name.equals("singletonMap"));
    }

    /** Whether anything is known of what the result of a call of the platform contains. */
    static boolean isTold(MethodInsnNode call) {
        return makesOf(call)
                || makesView(call)
                || makesMap(call)
                || makesNone(call)
                || passesArgument(call)
                || passesReceiver(call)
                || viewed(call) != null
                || call.owner.equals("java/lang/String") && call.name.equals("split");
    }

    /** Whether it makes an empty container that cannot be changed. */
    static boolean makesNone(MethodInsnNode call) {
        boolean empty = type(call).equals("Collections") && call.name.startsWith("empty");
        return isStatic(call) && (empty || type(call).equals("Optional") && call.name.equals("empty"));
    }

    /** Whether the result contains what the first argument contains. */
    static boolean passesArgument(MethodInsnNode call) {
        boolean wraps = type(call).equals("Collections") && call.name.startsWith("unmodifiable");
        boolean same = type(call).equals("Objects") && call.name.equals("requireNonNull");
        return isStatic(call) && (wraps || same || ofUtil(call) && COPIES.contains(call.name));
    }

    /** Whether the result contains what the receiver contains. */
    static boolean passesReceiver(MethodInsnNode call) {
        boolean array = call.owner.startsWith("[") && call.name.equals("clone");
        return !isStatic(call) && (array || ofUtil(call) && SAME.contains(call.name));
    }

    /** What of the receiver is asked for where its result's elements are; null where that is not known. */
    static Aspect viewed(MethodInsnNode call) {
        if (isStatic(call) || !isMap(call)) {
            return null;
        }
        return switch (call.name) {
            case "keySet", "navigableKeySet", "keys" -> Aspect.KEY;
            case "values", "elements" -> Aspect.VALUE;
            default -> null;
        };
    }

    private static boolean isMap(MethodInsnNode call) {
        return ofUtil(call) && (call.owner.endsWith("Map") || call.owner.endsWith("/Hashtable"));
    }

    /** What of the receiver the call reads; null where it reads nothing of it. */
    static Aspect read(MethodInsnNode call) {
        if (isStatic(call) || !ofUtil(call) || type(call).startsWith("function/")) {
            return null;
        }
        if (type(call).equals("Map$Entry")) {
            return call.name.equals("getKey") ? Aspect.KEY : call.name.equals("getValue") ? Aspect.VALUE : null;
        }
        if (isMap(call)) {
            boolean value = call.name.equals("get") || call.name.equals("getOrDefault") || call.name.equals("remove");
            return value ? Aspect.VALUE : MAP_KEYS.contains(call.name) ? Aspect.KEY : null;
        }
        boolean container = !type(call).equals("Scanner") && !type(call).startsWith("regex/");
        return container && ELEMENTS.contains(call.name) ? Aspect.ELEMENT : null;
    }

    /** Whether the call gives its last argument back where nothing is contained. */
    static boolean hasDefault(MethodInsnNode call) {
        return call.name.equals("getOrDefault") || call.name.equals("orElse");
    }

    /** What becomes of the container at that position of the arguments. */
    static Given given(MethodInsnNode call, int position, boolean array) {
        boolean last = position == Type.getArgumentTypes(call.desc).length - 1;
        if (READERS.stream().anyMatch(call.owner::startsWith)) {
            return Given.READ;
        }
        if (makesView(call) && takesArray(call) || type(call).equals("Objects") && call.name.startsWith("requireNon")) {
            return Given.ALIAS;
        }
        if (call.owner.equals("java/lang/System")) {
            return call.name.equals("arraycopy") && position == 0 ? Given.READ : Given.LEAK;
        }
        if (call.owner.equals("java/lang/String")) {
            return Given.READ;
        }
        if (type(call).equals("Arrays") && array) {
            return takesArray(call) && !ARRAY_WRITES.contains(call.name) ? Given.READ : Given.LEAK;
        }
        if (type(call).equals("Collections")) {
            return givenToCollections(call, position);
        }
        if (call.name.equals("<init>") && isContainer(call.owner)) {
            return Given.READ;
        }
        boolean copied = makesOf(call) ? array && takesArray(call) : isStatic(call) && passesArgument(call);
        boolean read = !isStatic(call) && ofUtil(call) && last && OTHER_READS.contains(call.name);
        return copied || read && !(array && call.name.equals("toArray")) ? Given.READ : Given.LEAK;
    }

    private static Given givenToCollections(MethodInsnNode call, int position) {
        if (call.name.equals("addAll")) {
            return position == 0 ? Given.FILLED : Given.READ;
        }
        boolean read = call.name.startsWith("unmodifiable") || REORDERS.contains(call.name);
        return read || call.name.equals("enumeration") || call.name.equals("list") ? Given.READ : Given.LEAK;
    }

    /** What becomes of a container by a call of that method of its. */
    static Called called(MethodInsnNode call) {
        if (call.owner.startsWith("[")) {
            return Called.READ;
        }
        if (!ofUtil(call) && !call.owner.equals("java/lang/Iterable") && !call.owner.equals("java/lang/Object")) {
            return Called.LEAK;
        }
        int count = Type.getArgumentTypes(call.desc).length;
        if (ADDS.contains(call.name)) {
            return Called.ADDED;
        }
        if (PUTS.contains(call.name) && count == 2) {
            return Called.PUT;
        }
        if (ALL.contains(call.name)) {
            return Called.FILLED;
        }
        if (call.name.equals("subList")) {
            return Called.ALIAS;
        }
        if (call.name.equals("entrySet")) {
            return Called.ENTRIES;
        }
        boolean read = READS.contains(call.name) || MAP_KEYS.contains(call.name) || ELEMENTS.contains(call.name);
        return read || call.name.equals("<init>") ? Called.READ : Called.LEAK;
    }

    /** What becomes of a map by a call on its entries, on an iterator over them, or on one of them. */
    static Called calledOnEntries(MethodInsnNode call) {
        if (call.name.equals("iterator") || call.name.equals("next")) {
            return Called.ENTRIES;
        }
        return ENTRY_READS.contains(call.name) ? Called.READ : Called.LEAK;
    }
}

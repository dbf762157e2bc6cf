package dev.shirube.reports;
import dev.shirube.domain.Language;
import java.io.*;
import java.nio.file.*;
public class RenderMain { public static void main(String[] a) throws Exception { for (Language l : Language.values()) try (OutputStream o = Files.newOutputStream(Path.of(a[0], "roadmap-" + l.name().toLowerCase() + ".xlsx"))) { RoadmapWorkbook.write(CityHall.roadmap(), CityHall.inventory(), CityHall.SETTINGS, l, o);} } }

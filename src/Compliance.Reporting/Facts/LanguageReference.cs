using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>The rule language in a table. A test compiles every example, and finds every function of the compiler here.</summary>
public static class LanguageReference
{
    public static ImmutableArray<LanguageEntry> Entries { get; } =
    [
        new("== !=", "guest.type == \"qemu\"", "whether two values of one type are equal"),
        new("< <= > >=", "guest.newestAge <= duration(\"26h\")", "order of numbers, texts, durations and timestamps"),
        new("&& || !", "guest.isCovered && !guest.isLocked", "and, or, not; an unknown side does not matter when the other one decides"),
        new("? :", "guest.type == \"qemu\" ? guest.hasAgent : true", "one or the other"),
        new("in", "\"prod\" in guest.tags", "whether a list holds a value, or a map a key"),
        new("+ - * / %", "guest.keepDaily + guest.keepWeekly", "arithmetic; + also joins texts and lists, and adds durations to timestamps"),
        new("[ ]", "guest.tags[0]", "the element of a list, from 0, or of a map by its key"),
        new("[a, b] {k: v}", "guest.node in {\"pve1\": true}", "a list, a map"),
        new("has", "has(guest.pool)", "whether an optional fact is there"),
        new("all", "guest.volumes.all(v, v.isIncluded)", "whether the condition holds for every element; true for an empty list"),
        new("exists", "guest.volumes.exists(v, v.kind == \"bind\")", "whether it holds for some element"),
        new("exists_one", "guest.coveringJobs.exists_one(j, j.isEnabled)", "whether it holds for exactly one"),
        new("filter", "guest.volumes.filter(v, v.holdsData)", "the elements for which it holds"),
        new("map", "guest.coveringJobs.map(j, j.id)", "a value made from each element"),
        new("size", "size(guest.tags)", "how many elements a list or map has, how many characters a text"),
        new("contains", "guest.id.contains(\"/1\")", "whether a text holds another"),
        new("startsWith", "guest.node.startsWith(\"pve\")", "whether it begins so"),
        new("endsWith", "guest.node.endsWith(\"1\")", "whether it ends so"),
        new("matches", "guest.node.matches(\"^pve[0-9]+$\")", "whether some part of it matches the RE2 pattern; use ^ and $ for the whole"),
        new("lowerAscii", "guest.node.lowerAscii()", "with lower-case letters"),
        new("upperAscii", "guest.node.upperAscii()", "with upper-case letters"),
        new("trim", "guest.node.trim()", "without blanks around it"),
        new("replace", "guest.node.replace(\"-\", \"_\")", "with one text in place of another; a third argument limits how often"),
        new("split", "guest.id.split(\"/\")", "the list of its parts; a second argument limits how many"),
        new("join", "guest.tags.join(\", \")", "one text from a list of texts"),
        new("substring", "guest.node.substring(0, 3)", "from one position up to, and without, another"),
        new("charAt", "guest.node.charAt(0)", "the character at a position"),
        new("indexOf", "guest.id.indexOf(\"/\")", "the first position of a text, or -1; a second argument is where to begin"),
        new("lastIndexOf", "guest.id.lastIndexOf(\"/\")", "the last position, or -1"),
        new("reverse", "guest.node.reverse()", "back to front"),
        new("int", "int(\"7\")", "a whole number from a text, a double, or a timestamp (its Unix seconds)"),
        new("double", "double(guest.keepDaily)", "a number with a fraction from a text or whole number"),
        new("string", "string(guest.vmid)", "a text from any plain value"),
        new("bool", "bool(\"true\")", "a truth from a text"),
        new("duration", "duration(\"26h30m\")", "a time span; units h, m, s, ms, us, ns"),
        new("timestamp", "timestamp(\"2026-11-23T06:00:00Z\")", "a moment"),
        new("getFullYear", "guest.newestRestorePoint.getFullYear(\"Europe/Vienna\")", "the year; here and below the zone may be left out and is UTC then"),
        new("getMonth", "guest.newestRestorePoint.getMonth()", "the month, from 0"),
        new("getDate", "guest.newestRestorePoint.getDate()", "the day of the month, from 1"),
        new("getDayOfMonth", "guest.newestRestorePoint.getDayOfMonth()", "the day of the month, from 0"),
        new("getDayOfWeek", "guest.newestRestorePoint.getDayOfWeek()", "the day of the week, from 0 for Sunday"),
        new("getDayOfYear", "guest.newestRestorePoint.getDayOfYear()", "the day of the year, from 0"),
        new("getHours", "guest.newestAge.getHours()", "the hour of a timestamp; all hours of a duration"),
        new("getMinutes", "guest.newestAge.getMinutes()", "the minute of a timestamp; all minutes of a duration"),
        new("getSeconds", "guest.newestAge.getSeconds()", "the second of a timestamp; all seconds of a duration"),
        new("getMilliseconds", "guest.newestAge.getMilliseconds()", "the part below a second"),
    ];

    /// <summary>How <c>for:</c> spells a kind of subject.</summary>
    internal static string WordOf(SubjectKind kind) => kind == SubjectKind.NodeStorage ? "node-storage" : kind.ToString().ToLowerInvariant();
}

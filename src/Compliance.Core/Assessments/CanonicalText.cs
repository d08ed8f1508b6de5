using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Compliance.Core.Model;

namespace Compliance.Core.Assessments;

/// <summary>
/// A text that two things have in common only when they are the same: each value stands behind its key and its length, so no value
/// can pass for two others, and one that is not set differs from an empty one.
/// </summary>
internal sealed class CanonicalText
{
    private readonly StringBuilder text = new();
    private bool hasGap;

    /// <summary>Whether everything that was added is known.</summary>
    public bool IsKnown => !hasGap;

    public CanonicalText Add(string key, string? value)
    {
        text.Append(key).Append(':');
        _ = value is null ? text.Append('-') : text.Append(CultureInfo.InvariantCulture, $"{value.Length}:{value}");
        text.Append('\n');
        return this;
    }

    public CanonicalText Add(string key, bool? value) => Add(key, value is { } known ? known ? "1" : "0" : null);

    /// <summary>In the order given: sort it where the order means nothing.</summary>
    public CanonicalText Add(string key, IEnumerable<string>? values)
    {
        if (values is null)
        {
            return Add(key, (string?)null);
        }

        var list = values.ToList();
        text.Append(CultureInfo.InvariantCulture, $"{key}#{list.Count}\n");
        list.ForEach(value => Add(key, value));
        return this;
    }

    /// <summary>A value that was not asked for is none of the gate's business; one that could not be read makes the whole unknown.</summary>
    public CanonicalText Add<T>(string key, Observed<T> observed, Action<CanonicalText, T> known)
    {
        if (observed.Unreadable is { } gap)
        {
            hasGap |= !gap.IsNotAsked;
            return Add(key, (string?)null);
        }

        known(this, observed.Value!);
        return this;
    }

    /// <summary><c>sha256:</c> and hexadecimal digits.</summary>
    public static string DigestOf(string text) => $"sha256:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";

    public DigestMember ToMember(string id) => new(id, hasGap ? null : DigestOf(text.ToString()).Substring("sha256:".Length, 16));

    /// <summary>A part of its members, sorted by id.</summary>
    /// <param name="hidden">why members may be missing; null when none are</param>
    public static DigestPart Part(string name, IEnumerable<DigestMember> members, Gap? hidden)
    {
        ImmutableArray<DigestMember> sorted = [.. members.OrderBy(member => member.Id, StringComparer.Ordinal)];
        var isComplete = hidden is null or { IsNotAsked: true };
        var all = new CanonicalText().Add("part", name).Add("complete", isComplete);
        foreach (var member in sorted)
        {
            all.Add("id", member.Id).Add("digest", member.Digest);
        }

        return new DigestPart(name, DigestOf(all.text.ToString()), isComplete, sorted);
    }
}

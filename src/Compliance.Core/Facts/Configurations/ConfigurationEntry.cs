using System.Collections.Immutable;

namespace Compliance.Core.Facts.Configurations;

/// <summary>One storage or job of a configuration file, as the REST API lists it.</summary>
/// <param name="Id">name of the storage or job</param>
/// <param name="Values">every key of the answer but <c>digest</c> and <c>next-run</c>, which are not of the entry</param>
public sealed record ConfigurationEntry(string Id, ImmutableSortedDictionary<string, ConfigurationValue> Values);

namespace Compliance.Core.Model;

/// <summary>How a part of the estate stands to what it was.</summary>
/// <param name="Part">such as <c>guests</c></param>
/// <param name="What">in words, such as <c>qemu/112 appeared, qemu/110 changed</c>; holds untrusted text</param>
/// <param name="IsCertain">false when nobody can say whether it moved, because something could not be read then or now</param>
public sealed record DigestChange(string Part, string What, bool IsCertain);

namespace Compliance.Core.Facts.Access;

/// <summary>A privilege on an ACL path; below a path such as <c>/vms</c> it is meant for every object there.</summary>
internal readonly record struct RightOn(string Privilege, string Path);

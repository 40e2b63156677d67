using SPColor.Core;

namespace SPColor.Release.Tests;

public sealed class ShippedPackagesTests
{
    private const string Assets = """
        {
          "packageFolders": { "/packages/": {} },
          "targets": {
            "net9.0": {},
            "net9.0/win-x64": {
              "Managed.One/1.2.3": { "type": "package", "runtime": { "lib/net8.0/Managed.One.dll": {} } },
              "Native.One/2.0.0": { "type": "package", "native": { "runtimes/win-x64/native/one.dll": {} } },
              "Other.System/2.0.0": { "type": "package", "runtime": { "lib/net8.0/_._": {} } },
              "Build.Only/3.0.0": { "type": "package", "build": { "build/Build.Only.targets": {} } },
              "SPColor.Core/0.1.0": { "type": "project", "runtime": { "bin/placeholder/SPColor.Core.dll": {} } }
            }
          },
          "project": { "frameworks": { "net9.0": { "downloadDependencies": [
            { "name": "Microsoft.AspNetCore.App.Runtime.win-x64", "version": "[9.0.20, 9.0.20]" },
            { "name": "Microsoft.NETCore.App.Runtime.win-x64", "version": "[9.0.20, 9.0.20]" } ] } } }
        }
        """;

    [Fact]
    public void Packages_with_files_and_the_runtime_are_shipped()
    {
        IEnumerable<string> shipped = ShippedPackages.Parse(Assets, "net9.0/win-x64").Select(package => $"{package.Id} {package.Version} {package.Folder}");
        Assert.Equal(
            [
                "Managed.One 1.2.3 " + Path.Combine("/packages/", "managed.one", "1.2.3"),
                "Native.One 2.0.0 " + Path.Combine("/packages/", "native.one", "2.0.0"),
                "Microsoft.NETCore.App.Runtime.win-x64 9.0.20 " + Path.Combine("/packages/", "microsoft.netcore.app.runtime.win-x64", "9.0.20"),
            ],
            shipped);
    }

    [Fact]
    public void A_target_that_was_not_restored_is_named() =>
        Assert.Contains("net9.0/win-arm64", Assert.Throws<SPColorException>(() => ShippedPackages.Parse(Assets, "net9.0/win-arm64").ToList()).Message, StringComparison.Ordinal);

    [Fact]
    public void The_last_number_of_a_version_may_be_left_open()
    {
        Notices.Check("| Runtime | 9.0.* | MIT |", [new("Runtime", "9.0.20", "")]);
        Assert.Throws<SPColorException>(() => Notices.Check("| Runtime | 9.0.* | MIT |", [new("Runtime", "9.1.0", "")]));
    }

    [Fact]
    public void Notices_must_name_package_and_version()
    {
        ShippedPackage[] packages = [new("One", "1.0.0", ""), new("Two", "2.0.0", "")];
        Notices.Check("| One | 1.0.0 | MIT |\n| Two | 2.0.0 | MIT |", packages);
        string message = Assert.Throws<SPColorException>(() => Notices.Check("| One | 1.0.0 | MIT |\n| Two | 1.9.0 | MIT |\nOne 1.0.0", packages)).Message;
        Assert.Contains("Two 2.0.0", message, StringComparison.Ordinal);
        Assert.DoesNotContain("One 1.0.0", message, StringComparison.Ordinal);
    }
}

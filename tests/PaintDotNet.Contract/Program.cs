using PaintDotNet.Contract;

switch (args)
{
    case ["record", string file, .. { Length: > 0 } assemblies]:
        File.WriteAllLines(file, ContractRecorder.Record(assemblies));
        return 0;
    case ["check", string file, string plugin]:
        ApiContract contract = ApiContract.Read(file);
        IReadOnlyList<string> violations = Directory.Exists(plugin)
            ? PluginReferenceCheck.RunOnFolder(plugin, contract)
            : PluginReferenceCheck.Run(plugin, contract);
        foreach (string violation in violations) Console.Error.WriteLine(violation);
        return violations.Count == 0 ? 0 : 1;
    default:
        Console.Error.WriteLine("usage: record CONTRACT DLL… | check CONTRACT PLUGIN-DLL-OR-FOLDER");
        return 2;
}

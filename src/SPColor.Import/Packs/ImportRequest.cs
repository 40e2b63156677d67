namespace SPColor.Import.Packs;

/// <summary>What the user wants imported.</summary>
/// <param name="Vgg">VGG-19's convolutions (DEVC's vgg19_conv.pth).</param>
/// <param name="Stego">STEGO (cocostuff27_vit_base_5.ckpt).</param>
/// <param name="Warp">The nonlocal network, of SPColor or DEVC.</param>
/// <param name="Color">ColorVidNet, of SPColor or DEVC.</param>
/// <param name="Folder">The pack's folder; must be missing or empty.</param>
/// <param name="Half">Whether weights are stored as 16-bit floats: half the size.</param>
/// <param name="ReferenceInput">How references enter VGG.</param>
public sealed record ImportRequest(
    string Vgg, string Stego, string Warp, string Color, string Folder, bool Half = false, ReferenceInput ReferenceInput = ReferenceInput.Auto);

/// <summary>How references enter VGG (spcolor.md §1.3, oddity A).</summary>
public enum ReferenceInput
{
    /// <summary>As the nonlocal network was trained: published for SPColor's layout, correct for DEVC's.</summary>
    Auto,

    /// <summary>R, G, B 0…1, as DEVC does and as targets do.</summary>
    Correct,

    /// <summary>Normalised as for ImageNet before VGG's own normalisation, as SPColor's code does.</summary>
    Published,
}

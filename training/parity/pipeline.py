"""The published steps between the networks (spcolor.md §1.3–§1.8), for one pair, with plain PyTorch."""
import torch
import torch.nn.functional as F

MEAN = torch.tensor([0.485, 0.456, 0.406]).view(1, 3, 1, 1)
DEVIATION = torch.tensor([0.229, 0.224, 0.225]).view(1, 3, 1, 1)
MATRIX = torch.tensor([[0.412453, 0.357580, 0.180423], [0.212671, 0.715160, 0.072169], [0.019334, 0.119193, 0.950227]], dtype=torch.float64)
WHITE = torch.tensor([0.95047, 1, 1.08883], dtype=torch.float64)


def lab_to_rgb(lab):
    """3×H×W CIELAB → 1×3×H×W sRGB 0…1."""
    l, a, b = lab.double()
    fy = (l + 16) / 116
    f = torch.stack([fy + a / 500, fy, (fy - b / 200).clamp(min=0)])
    xyz = torch.where(f > 0.2068966, f ** 3, (f - 16 / 116) / 7.787) * WHITE.view(3, 1, 1)
    linear = torch.einsum("ij,jhw->ihw", torch.linalg.inv(MATRIX), xyz).clamp(0, 1)
    if not (a.any() or b.any()):
        linear = (xyz[1:2] / WHITE[1]).clamp(0, 1).expand(3, -1, -1)
    rgb = torch.where(linear > 0.0031308, 1.055 * linear ** (1 / 2.4) - 0.055, linear * 12.92)
    return rgb[None].float()


def vgg_input(lab, target, published):
    """What VGG sees: the target's L/100 three times, the reference's colours, normalised once too often where published."""
    if target:
        return (lab[:1] / 100).expand(3, -1, -1)[None].contiguous()
    rgb = lab_to_rgb(lab)
    return (rgb - MEAN) / DEVIATION if published else rgb


def stego_input(lab, target, side=256):
    """What STEGO sees, before ImageNet's normalisation: the target as a grey picture, the reference in colour."""
    rgb = lab_to_rgb(torch.cat([lab[:1], torch.zeros_like(lab[1:])]) if target else lab)
    return rgb if rgb.shape[2:] == (side, side) else F.interpolate(rgb, (side, side), mode="bilinear", align_corners=False)


def probabilities(code, centres):
    """Of every class, in every cell."""
    return torch.softmax(10 * torch.einsum("bchw,kc->bkhw", F.normalize(code, dim=1), F.normalize(centres, dim=1)), 1)


def classify(code, centres, size):
    """Class and confidence of every cell, nearest (by cell centres, at 256×256 the published rule) on the grid of the match features."""
    confidence, cls = probabilities(code, centres).max(1, keepdim=True)
    nearest = lambda x: F.interpolate(x, size, mode="nearest-exact")[0, 0]
    return nearest(cls.float()).long(), nearest(confidence)


def warp(theta, phi, target_class, target_confidence, reference_class, reference_confidence, reference_lab):
    """Per class: centred, unit length, softmax at 0.01 → a, b, S on the grid."""
    ab = F.avg_pool2d(reference_lab[None, 1:], 4)[0]
    values = torch.cat([ab, reference_confidence[None]]).flatten(1)
    x, y = theta[0].flatten(1), phi[0].flatten(1)
    out = torch.zeros(3, x.shape[1])
    for c in target_class.unique():
        i, j = (target_class.flatten() == c).nonzero()[:, 0], (reference_class.flatten() == c).nonzero()[:, 0]
        if len(j) == 0:
            continue
        p, q = x[:, i] - x[:, i].mean(1, keepdim=True), y[:, j] - y[:, j].mean(1, keepdim=True)
        p, q = p / (p.norm(2, 0, keepdim=True) + 2.22e-16), q / (q.norm(2, 0, keepdim=True) + 2.22e-16)
        f = p.T @ q
        mixed = torch.softmax(f / 0.01, 1) @ values[:, j].T
        out[:2, i] = mixed[:, :2].T
        out[2, i] = f.max(1).values * mixed[:, 2]
    out[2] *= target_confidence.flatten()
    return out.view(3, *theta.shape[2:])


def color_input(warped, target_lab):
    """a, b, S in blocks of 4×4, and L−50."""
    return torch.cat([F.interpolate(warped[None], scale_factor=4, mode="nearest"), target_lab[None, :1] - 50], 1)

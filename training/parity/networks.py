"""The paper's networks in PyTorch, from their description (spcolor.md §1), with the published keys. Every width can be made smaller."""
import math

import torch
import torch.nn as nn
import torch.nn.functional as F


class Vgg(nn.Module):
    """VGG-19's convolutions; R, G, B 0…1 → r22, r32, r42, r52, unit length per position."""

    def __init__(self, widths=(64, 128, 256, 512, 512)):
        super().__init__()
        inputs = 3
        for block, (width, count) in enumerate(zip(widths, (2, 2, 4, 4, 4)), 1):
            for i in range(1, count + 1):
                setattr(self, f"conv{block}_{i}", nn.Conv2d(inputs, width, 3, padding=1))
                inputs = width

    def forward(self, x):
        means = x.new_tensor([0.40760392, 0.45795686, 0.48501961]).view(1, 3, 1, 1)
        x = (x.flip(1) - means) * 255
        taps = []
        for block, count in enumerate((2, 2, 4, 4, 4), 1):
            if block > 1:
                x = F.max_pool2d(x, 2)
            for i in range(1, count + 1):
                x = F.relu(getattr(self, f"conv{block}_{i}")(x))
                if block > 1 and i == 2:
                    taps.append(x / (x.norm(2, 1, keepdim=True) + 2.220446e-16))
        return taps


class Residual(nn.Module):
    def __init__(self, n):
        super().__init__()
        self.conv1, self.conv2, self.prelu = nn.Conv2d(n, n, 3), nn.Conv2d(n, n, 3), nn.PReLU()

    def forward(self, x):
        y = self.prelu(F.instance_norm(self.conv1(F.pad(x, (1, 1, 1, 1), "reflect"))))
        y = F.instance_norm(self.conv2(F.pad(y, (1, 1, 1, 1), "reflect")))
        return self.prelu(y + x)


class Warp(nn.Module):
    """The nonlocal network up to θ and φ: four taps → C×H/4×W/4 each, before centring."""

    def __init__(self, taps=(128, 256, 512, 512), middle=(128, 128, 256, 256), width=64, devc=False):
        super().__init__()
        pad, up = nn.ReflectionPad2d(1), nn.Upsample(scale_factor=2)

        def tower(i, stride=1, between=(), end=()):
            return nn.Sequential(
                pad, nn.Conv2d(taps[i], middle[i], 3), nn.InstanceNorm2d(middle[i]), nn.PReLU(), *between,
                pad, nn.Conv2d(middle[i], width, 3, stride), nn.InstanceNorm2d(width), nn.PReLU(), *end)

        self.layer2_1, self.layer3_1 = tower(0, stride=2), tower(1)
        self.layer4_1, self.layer5_1 = tower(2, end=(up,)), tower(3, between=(up,), end=(up,))
        n = 4 * width
        self.layer = nn.Sequential(Residual(n), Residual(n), Residual(n))
        self.names = ("theta", "phi") if devc else ("theta_class", "phi_class")
        for name in self.names:
            setattr(self, name, nn.Conv2d(n, n, 1) if devc else nn.Linear(n, n))

    def forward(self, taps, which):
        towers = (self.layer2_1, self.layer3_1, self.layer4_1, self.layer5_1)
        x = self.layer(torch.cat([tower(tap) for tower, tap in zip(towers, taps)], 1))
        project = getattr(self, self.names[which])
        return project(x) if isinstance(project, nn.Conv2d) else project(x.permute(0, 2, 3, 1)).permute(0, 3, 1, 2)


class Color(nn.Module):
    """ColorVidNet: a, b, S, L−50 (DEVC: L−50, a, b, S, 0, 0, 0) at H×W → a, b."""

    def __init__(self, w=(32, 64, 128, 256, 512), devc=False):
        super().__init__()
        conv = lambda i, o, d=1: nn.Conv2d(i, o, 3, padding=d, dilation=d)
        up = lambda i, o: nn.Sequential(nn.Upsample(scale_factor=2), conv(i, o))
        half = lambda n: nn.Conv2d(n, n, 1, 2, bias=False, groups=n)
        self.first = "conv1_1" if devc else "conv1_1_new"
        setattr(self, self.first, nn.Sequential(conv(7 if devc else 4, w[0]), nn.ReLU(), conv(w[0], w[1])))
        self.conv1_2, self.conv1_2norm_ss = conv(w[1], w[1]), half(w[1])
        self.conv2_1, self.conv2_2, self.conv2_2norm_ss = conv(w[1], w[2]), conv(w[2], w[2]), half(w[2])
        self.conv3_1, self.conv3_2, self.conv3_3, self.conv3_3norm_ss = conv(w[2], w[3]), conv(w[3], w[3]), conv(w[3], w[3]), half(w[3])
        for block, dilation in ((4, 1), (5, 2), (6, 2), (7, 1)):
            for i in (1, 2, 3):
                setattr(self, f"conv{block}_{i}", conv(w[3] if (block, i) == (4, 1) else w[4], w[4], dilation))
        self.conv8_1, self.conv3_3_short, self.conv8_2, self.conv8_3 = up(w[4], w[3]), conv(w[3], w[3]), conv(w[3], w[3]), conv(w[3], w[3])
        self.conv9_1, self.conv2_2_short, self.conv9_2 = up(w[3], w[2]), conv(w[2], w[2]), conv(w[2], w[2])
        self.conv10_1, self.conv1_2_short, self.conv10_2 = up(w[2], w[2]), conv(w[1], w[2]), conv(w[2], w[2])
        self.conv10_ab = nn.Conv2d(w[2], 2, 1)

    def forward(self, x):
        def chain(x, *names):
            for name in names:
                x = F.relu(getattr(self, name)(x))
            return x

        n1 = F.instance_norm(chain(x, self.first, "conv1_2"))
        n2 = F.instance_norm(chain(self.conv1_2norm_ss(n1), "conv2_1", "conv2_2"))
        n3 = F.instance_norm(chain(self.conv2_2norm_ss(n2), "conv3_1", "conv3_2", "conv3_3"))
        x = F.instance_norm(chain(self.conv3_3norm_ss(n3), "conv4_1", "conv4_2", "conv4_3"))
        for block in (5, 6, 7):
            x = F.instance_norm(chain(x, *(f"conv{block}_{i}" for i in (1, 2, 3))))
        x = F.instance_norm(chain(F.relu(self.conv8_1(x) + self.conv3_3_short(n3)), "conv8_2", "conv8_3"))
        x = F.instance_norm(chain(F.relu(self.conv9_1(x) + self.conv2_2_short(n2)), "conv9_2"))
        x = F.leaky_relu(self.conv10_2(F.relu(self.conv10_1(x) + self.conv1_2_short(n1))), 0.2)
        return torch.tanh(self.conv10_ab(x)) * 128


class Attention(nn.Module):
    def __init__(self, n):
        super().__init__()
        self.heads, self.qkv, self.proj = n // 64, nn.Linear(n, 3 * n), nn.Linear(n, n)

    def forward(self, x):
        b, t, n = x.shape
        q, k, v = self.qkv(x).reshape(b, t, 3, self.heads, 64).permute(2, 0, 3, 1, 4)
        return self.proj((((q @ k.transpose(-2, -1)) / 8).softmax(-1) @ v).transpose(1, 2).reshape(b, t, n))


class Block(nn.Module):
    def __init__(self, n, hidden):
        super().__init__()
        self.norm1, self.attn, self.norm2 = nn.LayerNorm(n, eps=1e-6), Attention(n), nn.LayerNorm(n, eps=1e-6)
        self.mlp = nn.ModuleDict({"fc1": nn.Linear(n, hidden), "fc2": nn.Linear(hidden, n)})

    def forward(self, x):
        x = x + self.attn(self.norm1(x))
        return x + self.mlp["fc2"](F.gelu(self.mlp["fc1"](self.norm2(x))))


class Dino(nn.Module):
    def __init__(self, n, depth, hidden, grid):
        super().__init__()
        self.patch_embed = nn.ModuleDict({"proj": nn.Conv2d(3, n, 8, 8)})
        self.cls_token, self.pos_embed = nn.Parameter(torch.zeros(1, 1, n)), nn.Parameter(torch.zeros(1, 1 + grid * grid, n))
        self.blocks, self.norm, self.grid = nn.ModuleList(Block(n, hidden) for _ in range(depth)), nn.LayerNorm(n, eps=1e-6), grid

    def positions(self, cells):
        n = self.pos_embed.shape[2]
        grid = self.pos_embed[:, 1:].reshape(1, self.grid, self.grid, n).permute(0, 3, 1, 2)
        scale = (cells + 0.1) / self.grid
        grid = F.interpolate(grid, scale_factor=(scale, scale), mode="bicubic", align_corners=False, recompute_scale_factor=False)
        return torch.cat([self.pos_embed[:, :1], grid.permute(0, 2, 3, 1).reshape(1, -1, n)], 1)

    def forward(self, x):
        x = self.patch_embed["proj"](x)
        cells = x.shape[2]
        x = torch.cat([self.cls_token, x.flatten(2).transpose(1, 2)], 1) + self.positions(cells)
        for block in self.blocks:
            x = block(x)
        return self.norm(x)[:, 1:].transpose(1, 2).reshape(1, -1, cells, cells)


class Stego(nn.Module):
    """R, G, B 0…1 at 256×256 → code 90×32×32."""

    def __init__(self, n=768, depth=12, hidden=3072, grid=28, code=90, classes=27):
        super().__init__()
        self.net = nn.Module()
        self.net.model = Dino(n, depth, hidden, grid)
        self.net.cluster1 = nn.Sequential(nn.Conv2d(n, code, 1))
        self.net.cluster2 = nn.Sequential(nn.Conv2d(n, n, 1), nn.ReLU(), nn.Conv2d(n, code, 1))
        self.cluster_probe = nn.Module()
        self.cluster_probe.clusters = nn.Parameter(torch.zeros(classes, code))

    def forward(self, x):
        mean, deviation = x.new_tensor([0.485, 0.456, 0.406]).view(1, 3, 1, 1), x.new_tensor([0.229, 0.224, 0.225]).view(1, 3, 1, 1)
        x = self.net.model((x - mean) / deviation)
        return self.net.cluster1(x) + self.net.cluster2(x)


def seed(module, number):
    """Weights that keep activations near 1: He for convolutions, Xavier for linear layers, random norms, slopes and biases."""
    random = torch.Generator().manual_seed(number)
    for name, p in module.named_parameters():
        if p.dim() >= 2 and not name.endswith(("pos_embed", "cls_token", "clusters")):
            inputs = p[0].numel()
            gain = 2.0 if p.dim() == 4 and inputs > 1 else 1.0
            p.data.normal_(0, math.sqrt(gain / inputs), generator=random)
        elif name.endswith("bias"):
            p.data.normal_(0, 0.1, generator=random)
        elif p.numel() == 1:
            p.data.fill_(0.25).add_(torch.rand(1, generator=random) * 0.1)
        elif name.endswith(("pos_embed", "cls_token", "clusters")):
            p.data.normal_(0, 1 if name.endswith("clusters") else 0.2, generator=random)
        else:
            p.data.normal_(1, 0.1, generator=random)
    return module.eval()

import { prelude, tidying } from "./prelude.js";

/**
 * Opens a chroot and keeps it: mounts in a mount namespace of its own, so that none of them is ever seen outside, nor left by a `kill -9`;
 * and a PID namespace, so that what a command leaves behind ends with it. `ready PID` on stdout, or `failed TEXT`. It ends when its input
 * does, and then tidies up.
 *
 * Targets are found by openat2(2) with RESOLVE_IN_ROOT: no link and no `..` leads out of the root. FX_ROOT: the root. FX_M0…: the mounts in
 * their order, as `TYPE SOURCE TARGET FLAGS DATA`. FX_WRITABLE: the paths that stay writable, absent: all of them.
 *
 * FX_GROUPS: what is to be removed at the end.
 */
export const chrootProgram = `${prelude}${tidying}
my $parent = $$;
make_points();
pipe(my $news, my $tell);
my $kid = start_keeper();
if (!$kid) {
  prctl(1, 9);
  exit 125 if getppid != $parent;
  $status = $tell; fcntl $status, 2, 1;
  close $news;
  join_groups();
  call('unshare', 0x20000 | 0x20000000) == 0 or fail('unshare', 'mounts and processes');
  my $first = fork;
  defined $first or fail('fork');
  if ($first) { close STDIN; close STDOUT; waitpid $first, 0; exit 125 }
  prctl(1, 9);
  # As this machine numbers it: a proc that is mounted in there has other numbers.
  open(my $stat, '<', '/proc/self/stat') or fail('mount', '/proc');
  my $number = (split / /, readline $stat)[0];
  close $stat;
  prepare();
  syswrite $tell, "ready $number\\n";
  $SIG{$_} = 'IGNORE' for qw(HUP INT QUIT TERM);
  # Process 1 inside: children of processes that are gone become its own, and are not waited for.
  $SIG{CHLD} = 'IGNORE';
  call('close_range', 0, 0x7fffffff, 0);
  sleep 1000000 while 1;
}
# This library's process may be gone already.
$SIG{PIPE} = 'IGNORE';
close $tell;
my $said = readline($news) // '';
if ($said !~ /^ready/) {
  waitpid $kid, 0;
  refused($said);
}
my ($first) = $said =~ /(\\d+)/;
syswrite STDOUT, $said;
hold($first, $kid);

my ($top, $none);
sub inside {
  my ($path, $create) = @_;
  my $how = pack 'QQQ', 0x200000 | 0x80000, 0, 0x10;
  my $name = "$path\\0";
  # With .. in it, EAGAIN says no more than that something was renamed or mounted on this machine meanwhile.
  my ($number, $tries) = (-1, 0);
  do { $number = call('openat2', fileno $top, $name, $how, 24) } while ($number < 0 && $! == 11 && ++$tries < 10_000);
  return if $number < 0;
  open my $file, '<&=', $number;
  return $file;
}
sub mount {
  my ($source, $target, $type, $flags, $data) = map { "$_\\0" } @_[0 .. 4];
  return call('mount', $source, $target, $type, $flags + 0, $data) == 0;
}
sub folder_of { my $path = shift; $path =~ s{/+[^/]+/*$}{}; $path eq '' ? '/' : $path }
sub make {
  my ($path, $folder) = @_;
  my $there = inside($path);
  return $there if $there;
  return if $! != 2 || $path eq '/';
  my $above = make(folder_of($path), 1) or return;
  my ($name) = $path =~ m{([^/]+)/*$};
  $name .= "\\0";
  my $made = $folder ? call('mkdirat', fileno $above, $name, 0755) : call('mknodat', fileno $above, $name, 0100644, 0);
  return if $made != 0;
  return inside($path);
}
sub set_mode {
  my ($number, $set, $clear, $how) = @_;
  my ($empty, $attributes) = ("\\0", pack 'QQQQ', $set, $clear, 0, 0);
  return call('mount_setattr', $number, $empty, 0x1000 | $how, $attributes, 32) == 0;
}
# The mount that an open file lies in, by its number (proc(5)).
sub mount_of {
  my $number = fileno $_[0];
  open(my $info, '<', "/proc/self/fdinfo/$number") or return '';
  my ($id) = map { /^mnt_id:\\s*(\\d+)/ } readline $info;
  return $id // '';
}
sub is_readonly {
  my $id = shift;
  open(my $info, '<', '/proc/self/mountinfo') or return 1;
  my ($options) = map { (split / /)[5] } grep { /^$id / } readline $info;
  return ($options // 'ro') =~ /^ro(,|$)/;
}
sub prepare {
  my $root = $given{FX_ROOT};
  mount('none', '/', 'none', (1 << 18) | 16384, '') or fail('mount', '/');
  $root eq '/' or mount($root, $root, 'none', 4096 | 16384, '') or fail('mount', $root);
  sysopen($top, $root, 0x200000) or fail('mount', $root);
  my $empty = "\\0";
  # What is laid over a folder hides the sources that lie in it: they are taken before.
  my @mounts;
  for (my $i = 0; defined $given{"FX_M$i"}; $i++) {
    my ($type, $source, $target, $flags, $data) = map { plain($_) } split / /, $given{"FX_M$i"}, -1;
    my ($tree, $folder) = (undef, 1);
    if ($type eq 'bind') {
      my $name = "$source\\0";
      $folder = -d $source;
      -e $source or fail('mount', $source);
      $tree = call('open_tree', -100, $name, 0x8000 | 0x80000 | 1);
      $tree >= 0 or fail('mount', $source);
    }
    push @mounts, [$type, $target, $flags, $data, $tree, $folder];
  }
  # Those that nothing but their option makes read-only.
  my %closed;
  for (@mounts) {
    my ($type, $target, $flags, $data, $tree, $folder) = @$_;
    my $point = make($target, $folder) or fail('mount', $target);
    my $path = '/proc/self/fd/' . fileno $point;
    if (defined $tree) {
      call('move_mount', $tree, $empty, fileno $point, $empty, 4 | 0x40) == 0 or fail('mount', $target);
    } else {
      mount($type, $path, $type, $flags, $data) or fail('mount', $target);
    }
    if (defined $tree && $flags) {
      my $new = inside($target) or fail('mount', $target);
      my $id = mount_of($new);
      $closed{$id} = 1 if $flags & 1 && !is_readonly($id);
      mount('none', '/proc/self/fd/' . fileno $new, 'none', 32 | 4096 | $flags, '') or fail('mount', $target);
    }
  }
  return if !defined $given{FX_WRITABLE};
  my @open;
  for my $path (map { plain($_) } split / /, $given{FX_WRITABLE}) {
    my $point = inside($path) or fail('mount', $path);
    my $tree = call('open_tree', fileno $point, $empty, 0x1000 | 0x8000 | 0x80000 | 1);
    $tree >= 0 or fail('mount', $path);
    if ($closed{mount_of($point)}) { set_mode($tree, 0, 1, 0) or fail('mount', $path) }
    push @open, [$path, $tree];
  }
  sysopen($top, $root, 0x200000) or fail('mount', $root);
  set_mode(fileno $top, 1, 0, 0x8000) or fail('mount', 'the root, read-only');
  for (@open) {
    my ($path, $tree) = @$_;
    my $point = inside($path) or fail('mount', $path);
    call('move_mount', $tree, $empty, fileno $point, $empty, 4 | 0x40) == 0 or fail('mount', $path);
  }
}
`;

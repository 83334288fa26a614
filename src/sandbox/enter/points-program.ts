/**
 * Mount points, for what holds a sandbox open. One that is missing is made, and written down before. While a sandbox uses one, it has a
 * shared lock on it (flock(2)): of those that use it the last removes it, for a mount goes with its mount point in every namespace. What
 * was left by holders that were killed, the next one removes: what is written down, locked by nobody, and empty.
 *
 * FX_POINTS: those of this sandbox, `d` or `f` and the path. FX_MADE: the folder where each holder writes down what it makes, a line each:
 * the point, and its device and inode once it is there.
 */
export const pointsProgram = `
my (@made, @locks, $record, $alone, $wanted);
# Who has this lock makes and removes; nobody has it for long, unless it is stopped.
sub alone {
  open($alone, '<', $given{FX_MADE} // '') or return;
  for (1 .. 500) { return if flock $alone, 2 | 4; select undef, undef, undef, 0.01 }
}
sub not_alone { close $alone if $alone }
sub write_down {
  my $text = shift;
  if (!$record && defined $given{FX_MADE}) {
    for (1 .. 100) { last if sysopen $record, "$given{FX_MADE}/$$-$_", 0301, 0600 }
  }
  syswrite $record, $text if $record;
}
sub make_missing {
  my ($type, $path) = @_;
  return if lstat $path;
  make_missing('d', $1) if $path =~ m{^(/.*[^/])/+[^/]+$};
  write_down(coded("$type$path"));
  my $done = $type eq 'd' ? mkdir $path : sysopen(my $file, $path, 0301, 0644);
  if (!$done && $! != 17) {
    my $errno = $! + 0;
    not_alone();
    refused("fail point $errno " . coded($wanted));
  }
  my $id = join ':', (lstat $path)[0, 1];
  write_down(" $id\\n");
  push @made, [$type, $path, $id];
}
sub open_point {
  my ($type, $path) = @_;
  lstat $path or return;
  ($type eq 'd' ? -d _ : -f _) && sysopen(my $file, $path, 04000) or return;
  return $file;
}
sub make_points {
  alone();
  sweep();
  for my $point (map { plain($_) } split / /, $given{FX_POINTS} // '') {
    my ($type, $path) = (substr($point, 0, 1), substr $point, 1);
    $wanted = $path;
    # Somebody who writes it down elsewhere may be about to remove it.
    for (1 .. 20) {
      make_missing($type, $path);
      my $file = open_point($type, $path) or last;
      my $locked = flock $file, 1 | 4;
      push @locks, $file;
      last if $locked ? (stat $file)[3] : $! != 11;
      select undef, undef, undef, 0.01;
    }
  }
  not_alone();
}
# Whether there is nothing more to be done for a mount point: it is gone, or has become somebody's own.
sub remove_point {
  my ($type, $path, $id) = @_;
  my $file = open_point($type, $path) or return 1;
  return 1 if $id && $id ne join ':', (stat $file)[0, 1];
  return 0 if !flock($file, 2 | 4) && $! == 11;
  if ($type eq 'd') { rmdir $path } elsif (-z $file) { unlink $path }
  return 1;
}
sub sweep {
  my %points;
  if (opendir my $folder, $given{FX_MADE} // '') {
    for my $name (map { "$given{FX_MADE}/$_" } grep { /^\\d/ } readdir $folder) {
      open(my $file, '<', $name) or next;
      $points{$name} = [map { /^([df])(\\S+) ?(\\S*)/ ? [$1, plain($2), $3] : () } readline $file];
    }
  }
  my %used;
  for my $point (sort { length $b->[1] <=> length $a->[1] } @made, map { @$_ } values %points) {
    my $path = $point->[1];
    $used{$path} = 1 if (grep { index($_, "$path/") == 0 } keys %used) || !remove_point(@$point);
  }
  for my $name (keys %points) { unlink $name unless grep { $used{$_->[1]} } @{$points{$name}} }
}
sub remove_points {
  @locks = ();
  alone();
  sweep();
  not_alone();
}
`;

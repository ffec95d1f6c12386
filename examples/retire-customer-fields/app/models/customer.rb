class Customer < ApplicationRecord
  self.ignored_columns += ["fax"]

  has_many :tickets, dependent: :restrict_with_error

  validates :email, presence: true, uniqueness: true
  validates :phone, length: { maximum: 32 }

  scope :reachable, -> { where.not(phone: nil) }
end

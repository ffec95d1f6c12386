class Agent < ApplicationRecord
  has_many :tickets
  has_many :messages
end
